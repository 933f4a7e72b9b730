"""The checks of one template by the names of their rules; those of a whole library stand apart."""

from collections.abc import Mapping

from followup_kit.library import checks_fields, checks_slots, checks_words
from followup_kit.library.checks_slots import Check, no_slot_of

CHECKS: Mapping[str, Check] = {
    "hollow": checks_slots.hollow,
    "no_conversation_slot": no_slot_of("specificity"),
    "no_reason_slot": no_slot_of("motivation"),
    "no_stakes_slot": no_slot_of("stakes"),
    "unknown_field": checks_fields.unknown_field,
    "misspelt_field": checks_fields.misspelt_field,
    "unbalanced": checks_fields.unbalanced,
    "field_in_url": checks_fields.field_in_url,
    "field_in_subject": checks_fields.field_in_subject,
    "mixed_language": checks_words.mixed_language,
    "gender_form": checks_words.gender_form,
    "encoding": checks_words.encoding,
    "front_matter_key": checks_words.front_matter_key,
}
