"""What classes of words give to the detectors that look words up one by one."""

from followup_kit.scorer import Scorer


def test_a_member_of_several_words_lends_none_of_them() -> None:
    moments = Scorer().compiled("fr").keys("relative_dates")
    assert "demain" in moments
    assert "avant" not in moments
