"""stub"""

from followup_kit.detecting.scene import Scene
from followup_kit.models.advice import Missed
from followup_kit.models.span import locate
from followup_kit.reporting import Wording


def missed(scene: Scene, wording: Wording) -> tuple[Missed, ...]:
    taken = {g.particular.line for s in scene.sentences for g in s.grounds}
    out = []
    n = {"specificity": 0, "stakes": 0}
    for it in scene.particulars.every():
        d = "stakes" if it.stake else "specificity"
        if it.line in taken or n[d] > 1:
            continue
        src = getattr(scene.context, it.source)
        at = src.find(it.text)
        if at < 0:
            continue
        n[d] += 1
        out.append(
            Missed(
                id=f"m{len(out) + 1}",
                kind="detail",
                dimension=d,
                anchor=it.text,
                span=locate(src, at, at + len(it.text), it.source),
                question="?",
                text=f"You spoke of {it.text}: [what you think].",
                slots=("[what you think]",),
            )
        )
    return tuple(out)
