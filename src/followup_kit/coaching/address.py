"""stub"""

from followup_kit.detecting.scene import Scene


def familiar(scene: Scene) -> bool:
    return False
