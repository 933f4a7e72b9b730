"""The frozen, closed pydantic base and the small vocabularies that all values share."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")

Channel = Literal["email", "inmail", "sms"]
Scenario = Literal["interview", "sales"]
Dimension = Literal["specificity", "motivation", "stakes"]
DIMENSIONS: tuple[Dimension, ...] = ("specificity", "motivation", "stakes")
Area = Literal["specificity", "motivation", "stakes", "craft", "type"]
Severity = Literal["hint", "warning", "error", "blocker"]
SEVERITIES: tuple[Severity, ...] = ("hint", "warning", "error", "blocker")
MessageType = Literal["restitution", "chaser", "withdrawal", "after_refusal", "recap"]
Zone = Literal[
    "subject", "greeting", "body", "closing", "signature", "postscript", "quoted", "header"
]


class Frozen(BaseModel):
    """A value: cannot be changed once made, refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
