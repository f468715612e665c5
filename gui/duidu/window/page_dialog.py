"""The page's look, chosen while it is seen: readings, type, colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from duidu.page.fonts import Face, HanziFonts
from duidu.page.settings import Arrangement, RubyFor, RubyKind, ToneColours
from duidu.page.tones import SCHEME_NAMES
from duidu.page.tongue import tr
from duidu.window.preferences import (
    LARGEST_POINT_SIZE,
    LEVELS,
    LINE_HEIGHTS,
    LONGEST_LINES,
    SMALLEST_POINT_SIZE,
    Preferences,
    PreferenceStore,
    ThemeChoice,
)

THEMES = {
    ThemeChoice.SYSTEM: "As the system",
    ThemeChoice.LIGHT: "Light",
    ThemeChoice.SEPIA: "Sepia",
    ThemeChoice.DARK: "Dark",
}
KINDS = {RubyKind.PINYIN: "Pinyin", RubyKind.ZHUYIN: "Zhuyin"}
FOR = {
    RubyFor.ALL: "All words",
    RubyFor.ABOVE_LEVEL: "Words above an HSK level",
    RubyFor.DOUBTFUL: "Doubtful words",
}
TONES = {
    ToneColours.OFF: "One colour",
    ToneColours.RUBY: "Tones on the readings",
    ToneColours.HANZI: "Tones on the hanzi",
}
FACES = {Face.SONG: "Song", Face.HEI: "Hei", Face.KAI: "Kai"}
ARRANGEMENTS = {
    Arrangement.BESIDE: "Side by side",
    Arrangement.STACKED: "One above the other",
}


class PageDialog(QDialog):
    """Shows the choices of the page and puts each change into the store at once.

    It is no modal dialog: the page behind it is the preview.
    """

    def __init__(
        self,
        store: PreferenceStore,
        fonts: HanziFonts,
        choose_theme: Callable[[ThemeChoice], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._showers: list[Callable[[Preferences], None]] = []
        self._choose_theme = choose_theme
        self.setWindowTitle(tr("Page Settings"))
        layout = QVBoxLayout(self)
        for box in (self._readings(), self._type(fonts), self._colours()):
            layout.addWidget(box)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.RestoreDefaults | QDialogButtonBox.StandardButton.Close
        )
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(self._reset)
        buttons.rejected.connect(self.close)
        layout.addWidget(buttons)
        store.changed.connect(self._show)
        self._show(store.value)

    def _readings(self) -> QGroupBox:
        box, form = _group(tr("Readings"))
        form.addRow(self._check(tr("&Show readings above the words"), "ruby"))
        form.addRow(tr("&Written in"), self._combo("ruby_kind", KINDS))
        form.addRow(tr("&For"), self._combo("ruby_for", FOR))
        level = self._spin("ruby_level", LEVELS)
        level.setPrefix("HSK ")
        form.addRow(tr("Above &level"), level)
        form.addRow(self._check(tr("Spo&ken tones of 一 and 不"), "sandhi"))
        self._showers.append(lambda value: level.setEnabled(value.ruby_for is RubyFor.ABOVE_LEVEL))
        return box

    def _type(self, fonts: HanziFonts) -> QGroupBox:
        box, form = _group(tr("Type"))
        faces = {face: name for face, name in FACES.items() if fonts.has(face)}
        face = self._combo("face", faces or FACES)
        face.setEnabled(len(faces) > 1)
        form.addRow(tr("F&ace"), face)
        size = self._decimal("point_size", (SMALLEST_POINT_SIZE, LARGEST_POINT_SIZE), 1.0)
        size.setDecimals(0)
        size.setSuffix(" pt")
        form.addRow(tr("S&ize"), size)
        form.addRow(tr("Line &height"), self._decimal("line_height", LINE_HEIGHTS, 0.1))
        longest = self._spin("longest_line", LONGEST_LINES)
        longest.setSuffix(tr(" hanzi"))
        form.addRow(tr("Longest li&ne"), longest)
        form.addRow(self._check(tr("In&dent the first line of a paragraph"), "indent"))
        form.addRow(tr("&Columns"), self._combo("arrangement", ARRANGEMENTS))
        return box

    def _colours(self) -> QGroupBox:
        box, form = _group(tr("Colours"))
        form.addRow(tr("&Theme"), self._combo("theme", THEMES, self._choose_theme))
        form.addRow(tr("T&ones"), self._combo("tone_colours", TONES))
        scheme = self._combo("tone_scheme", SCHEME_NAMES)
        form.addRow(tr("Sche&me of"), scheme)
        self._showers.append(
            lambda value: scheme.setEnabled(value.tone_colours is not ToneColours.OFF)
        )
        form.addRow(self._check(tr("&Underline what was guessed"), "doubts"))
        form.addRow(self._check(tr("Tint what the scri&pts write differently"), "differences"))
        return box

    def _combo(
        self,
        name: str,
        options: dict[ThemeChoice, str] | dict[RubyKind, str] | dict[RubyFor, str]
        | dict[ToneColours, str] | dict[Face, str] | dict[Arrangement, str] | dict[str, str],
        choose: Callable[..., None] | None = None,
    ) -> QComboBox:  # fmt: skip
        box = QComboBox()
        values = list(options)
        box.addItems([tr(name) for name in options.values()])
        take = choose or (lambda value: self._store.update(**{name: value}))
        box.activated.connect(lambda index: take(values[index]))

        def show(value: Preferences) -> None:
            chosen = getattr(value, name)
            box.setCurrentIndex(values.index(chosen) if chosen in values else 0)

        self._showers.append(show)
        return box

    def _check(self, text: str, name: str) -> QCheckBox:
        box = QCheckBox(text)
        box.toggled.connect(lambda checked: self._store.update(**{name: checked}))
        self._showers.append(lambda value: box.setChecked(getattr(value, name)))
        return box

    def _spin(self, name: str, bounds: tuple[int, int]) -> QSpinBox:
        box = QSpinBox()
        box.setRange(*bounds)
        box.valueChanged.connect(lambda value: self._store.update(**{name: value}))
        self._showers.append(lambda value: box.setValue(getattr(value, name)))
        return box

    def _decimal(self, name: str, bounds: tuple[float, float], step: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(*bounds)
        box.setSingleStep(step)
        box.setDecimals(1)
        box.valueChanged.connect(lambda value: self._store.update(**{name: round(value, 1)}))
        self._showers.append(lambda value: box.setValue(getattr(value, name)))
        return box

    def _reset(self) -> None:
        """Put everything that this dialog shows back to what it was at first."""
        first = Preferences()
        self._choose_theme(first.theme)
        self._store.update(**{name: getattr(first, name) for name in _SHOWN})

    def _show(self, value: Preferences) -> None:
        for show in self._showers:
            show(value)


# The preferences of the dialog but for the theme, which the window may overrule.
_SHOWN = (
    *("ruby", "ruby_kind", "ruby_for", "ruby_level", "sandhi", "face", "point_size"),
    *("line_height", "longest_line", "indent", "arrangement", "tone_colours", "tone_scheme"),
    *("doubts", "differences"),
)


def _group(title: str) -> tuple[QGroupBox, QFormLayout]:
    box = QGroupBox(title)
    form = QFormLayout(box)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return box, form
