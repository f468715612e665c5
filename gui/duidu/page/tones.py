"""The colours of tones, in the schemes that learners know, readable on every paper of a theme.

Each scheme gives a hue for the first to the fourth tone; the neutral tone is quiet. Sources: the
settings of Pleco and of Hanping (their defaults), the dictionary MDBG, and Nathan Dummitt, "Chinese
Through Tone & Color" (2008), who began it. The hues are those of the scheme; how light they are
follows from the theme: a colour is darkened on light paper, or lightened on dark paper, until its
contrast is 4.5:1 on everything that it may be laid on.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor

from duidu.page.theme import Theme, contrast

# The first to the fourth tone; every colour is "#rrggbb".
SCHEMES: dict[str, tuple[str, str, str, str]] = {
    "pleco": ("#e30000", "#02b31c", "#1510f0", "#8900bf"),
    "mdbg": ("#ff0000", "#d89000", "#00a000", "#0000ff"),
    "hanping": ("#3d7ede", "#2f9e44", "#e8820c", "#d6336c"),
    "dummitt": ("#ff0000", "#ff8c00", "#00a651", "#0072bc"),
}
SCHEME_NAMES = {"pleco": "Pleco", "mdbg": "MDBG", "hanping": "Hanping", "dummitt": "Dummitt"}
# What a hanzi or a reading may be laid on.
PAPERS = (
    *("paper", "accent_paper", "hover_paper", "found_paper", "found_current_paper"),
    *("marker_yellow", "marker_green", "marker_blue", "marker_rose"),
    *("field", "card"),
)
ENOUGH = 4.5
_STEP = 0.02


@cache
def tone_colours(scheme: str, theme: Theme) -> tuple[str, str, str, str, str]:
    """Give the colours of the neutral and the four tones; an unknown scheme is Pleco's."""
    hues = SCHEMES.get(scheme, SCHEMES["pleco"])
    papers = tuple(getattr(theme, name) for name in PAPERS)
    readable = [_readable(hue, papers, theme.dark) for hue in hues]
    return (_readable(theme.quiet_ink, papers, theme.dark), *readable)  # type: ignore[return-value]


def _readable(name: str, papers: tuple[str, ...], lighten: bool) -> str:
    """Change how light a colour is, in small steps, until it can be read on every paper."""
    base = QColor(name)
    hue, saturation, light = base.hslHueF(), base.hslSaturationF(), base.lightnessF()
    while min(contrast(_hsl(hue, saturation, light), paper) for paper in papers) < ENOUGH:
        light += _STEP if lighten else -_STEP
        if not 0.0 < light < 1.0:
            return "#ffffff" if lighten else "#000000"
    return _hsl(hue, saturation, light)


def _hsl(hue: float, saturation: float, light: float) -> str:
    # Grey has no hue, which Qt tells as -1.
    return QColor.fromHslF(max(0.0, hue), saturation, min(1.0, max(0.0, light))).name()
