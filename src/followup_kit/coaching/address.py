"""How the draft speaks to its reader."""

from followup_kit.detecting.scene import Scene
from followup_kit.detecting.structure_tone import familiar_words


def familiar(scene: Scene) -> bool:
    """Whether the draft calls its reader « tu »; English knows no such difference."""
    return scene.parsed.language == "fr" and any(True for _ in familiar_words(scene))
