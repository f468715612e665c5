from duidu.language.model import Guess, Regional, Script
from duidu.language.reasons import Because, Reason, Reasons
from duidu.window.notes import notes_on
from tests.window.conftest import annotated


def notes(dictionary, spec, reasons=None, script=Script.SIMPLIFIED, **changed):
    word = annotated(spec).words[0]._replace(**changed)
    return notes_on(word, script, dictionary, reasons or Reasons())


def test_a_reading_is_told_with_its_reason_and_the_others(dictionary):
    reasons = Reasons(reading=Reason(Because.NEIGHBOUR, "很"), other_readings=(("zhǎng",),))
    (note,) = notes(dictionary, ("長", "长", "cháng"), reasons)
    assert note == "Read cháng and not zhǎng: because of 很 beside it."
    (note,) = notes(dictionary, ("長", "长", "cháng", Guess.READING), reasons)
    assert note.startswith("Perhaps read cháng and not zhǎng")


def test_a_form_is_told_with_its_reason_and_the_others(dictionary):
    reasons = Reasons(form=Reason(Because.PHRASE, "理发店"), other_forms=("發",))
    (note,) = notes(dictionary, ("髮", "发", "fà"), reasons)
    assert note == "Here 髮 and not 發: as in 理发店."
    (note,) = notes(dictionary, ("髮", "发", "fà", Guess.CONVERSION))
    assert note.startswith("Perhaps 髮 on the traditional side")


def test_a_doubtful_cut_names_the_other_words(dictionary):
    (note,) = notes(dictionary, ("研究生", "研究生", "yán jiū shēng", Guess.SEGMENTATION))
    assert "研究 | 生" in note
    (note,) = notes(dictionary, ("我", "我", "wǒ", Guess.SEGMENTATION))
    assert "other words" in note


def test_a_reading_without_an_entry_is_called_a_guess(dictionary):
    (note,) = notes(dictionary, ("䴉", "鹮", "huán", Guess.READING))
    assert note.startswith("The reading is a guess")


def test_the_other_regions_word_is_told(dictionary):
    taxi = Regional(Script.TRADITIONAL, "計程車", ("jì", "chéng", "chē"))
    (note,) = notes(dictionary, ("出租車", "出租车", "chū zū chē"), regional=taxi)
    assert note == "Taiwan calls it 計程車 jì chéng chē."


def test_what_the_reader_chose_is_no_guess(dictionary):
    chosen = notes(dictionary, ("髮", "发", "fà", Guess.CONVERSION), corrected=True)
    assert chosen == ("You chose this.",)
