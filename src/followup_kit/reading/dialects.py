"""How template and mail tools write a field, in regular expressions of the verbose kind."""

_HTML_TAGS = (
    "a|b|i|u|s|p|br|hr|em|strong|span|div|font|table|tr|td|th|ul|ol|li|h[1-6]|img|code|pre|sub|sup"
    "|small|center|html|body|head|blockquote|g|3"
)
WORDS = r"[^\W\d_][\w\u0300-\u036f '’.·-]{1,60}"
"""The name of a field in braces."""

MACHINE = rf"""
    (?:
      \{{\{{\{{?[^{{}}\n]{{0,120}}\}}\}}\}}?          # {{{{ jinja }}}}, {{{{{{raw}}}}}}
    | \{{%[^{{}}\n]{{0,120}}%\}}                      # {{% block %}}
    | \$\{{[^{{}}\n]{{1,120}}\}}                      # ${{dollar}}
    | \{{![^{{}}\n]{{1,120}}\}}                       # {{!Contact.Name}}
    | \{{{WORDS}\}}                                  # {{single}}
    | \*\|[^|\n]{{1,120}}\|\*                         # *|MERGE|*
    | <<[^<>\n]{{1,120}}>>                            # <<angle>>
    | (?<![\w%])%%?[^\W\d_][\w]{{1,60}}%%?(?!\w)      # %PERCENT%
    | \#\#[^\W\d_]\w{{1,60}}\#\#                      # ##NAME##
    | \[\[[^\[\]\n]{{1,120}}\]\]                      # [[name]]
    )
"""
"""Fields that a program fills in, told by their signs alone."""

ANGLE = rf"<(?!/?(?:{_HTML_TAGS})\s*/?>){WORDS}>"
"""``<date>``, in text that is no markup. Fields for people's eyes stand in placeholders.py."""

ANGLE_SAID = rf"<(?!(?:{_HTML_TAGS})\b)[^\W\d_](?:[^<>\n=@:]|:(?!//)){{1,160}}>"
"""``<one thing they said: why it stayed with you>``, in a template; no address stands in it."""
