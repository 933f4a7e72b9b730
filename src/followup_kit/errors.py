"""Every error the kit raises on purpose; each message names what, where and the cure.

FollowupKitError
├── InputError          a draft, context or batch line that cannot be read
├── RuleFileError       a file of rules that does not say what a rule must say
├── ModelError          a language model that is missing or altered
└── UsageError          a request that makes no sense (unknown rule, option or format)

A message that can be read but not judged (empty, another language) is no error:
it gives a Report whose status is ``not_scored``.
"""


class FollowupKitError(Exception):
    """The root: catch this to catch all that the kit raises on purpose."""


class InputError(FollowupKitError):
    """A draft, a context or a batch line cannot be read."""


class RuleFileError(FollowupKitError):
    """A file of rules is wrong; ``str(error)`` reads ``file:line:column: key: why``."""

    def __init__(self, path: str, line: int, column: int, why: str) -> None:
        self.path = path
        self.line = line
        self.column = column
        self.why = why
        super().__init__(f"{path}:{line}:{column}: {why}")


class ModelError(FollowupKitError):
    """A language model is missing, of another version, or altered."""


class UsageError(FollowupKitError):
    """A request names something that does not exist."""
