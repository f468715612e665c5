import codecs
from encodings.aliases import aliases
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.article.encoding import decode, decode_as
from duidu.article.errors import BinaryError, NoSuchEncodingError, UnknownEncodingError
from duidu.errors import DuiduError

SAMPLES = files("duidu.resources").joinpath("samples")
SIMPLIFIED = SAMPLES.joinpath("old-library.txt").read_text("utf-8")
TRADITIONAL = SAMPLES.joinpath("morning-market.txt").read_text("utf-8")
EITHER = ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
PAIRS = [
    *((SIMPLIFIED, name) for name in [*EITHER, "gb2312", "gbk"]),
    *((TRADITIONAL, name) for name in [*EITHER, "big5", "big5hkscs"]),
]


@pytest.mark.parametrize("length", [20, 100, 1000])
@pytest.mark.parametrize(("text", "encoding"), PAIRS)
def test_undeclared_text_is_read_wherever_it_starts(text, encoding, length):
    for start in range(80, len(text) - length, 37):
        part = text[start : start + length].encode(encoding, "ignore")
        assert decode(part).text == part.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed_and_taken_off(encoding):
    assert decode("見字".encode(encoding)).text == "見字"


def test_gb18030_has_a_mark_too():
    assert decode("\ufeff见字".encode("gb18030")) == ("见字", "gb18030")


@pytest.mark.parametrize(("text", "encoding"), PAIRS)
def test_a_character_cut_in_two_at_the_end_is_no_hindrance(text, encoding):
    whole = text[200:400].encode(encoding, "ignore")
    for cut in (1, 2, 3):
        found = decode(whole[:-cut]).text
        assert found[:190] == text[200:390]


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "big5", "iso-8859-1", "x-none"])
def test_a_false_declaration_is_overruled(declared):
    assert decode(SIMPLIFIED.encode(), declared).text == SIMPLIFIED


def test_a_declared_subset_is_read_by_the_whole_standard():
    assert decode("朱镕基和陶喆".encode("gbk"), "gb2312").text == "朱镕基和陶喆"
    assert decode("冇人喺度，佢哋都走咗喇".encode("big5hkscs"), "big5").encoding == "big5hkscs"


def test_the_choice_of_the_reader_wins():
    data = "見字如面".encode()
    assert decode_as(data, "big5").encoding == "big5hkscs"
    assert decode_as(data, "latin-1").text == data.decode("latin-1")
    assert "\ufffd" in decode_as("见字".encode("gbk"), "utf-8").text
    assert decode_as(b"\xff\xff" + data, "UTF-8").text == "\ufffd\ufffd見字如面"


@pytest.mark.parametrize("name", ["", "klingon", "base64", "rot13", "idna", "unicode_escape", "中"])
def test_what_is_no_encoding_of_text_is_told(name):
    with pytest.raises(NoSuchEncodingError, match="not the name"):
        decode_as(b"text", name)


def test_a_few_wrong_bytes_leave_the_rest_alone():
    data = SIMPLIFIED.encode()
    spoiled = data[:300] + b"\xff\xfe\xfd" + data[300:]
    assert decode(spoiled).text == spoiled.decode("utf-8", "replace")


def test_surrogates_and_nuls_become_replacement_characters():
    found = decode("山高\ud800水長\x00月小".encode("utf-8", "surrogatepass")).text
    assert found.encode()
    assert found.replace("\ufffd", "") == "山高水長月小"


def test_surrogate_pairs_in_utf8_are_damage_and_rare_hanzi_are_not():
    assert decode("生僻字𠮷𡃁在這裡".encode()).text == "生僻字𠮷𡃁在這裡"


def test_noise_is_no_text():
    noise = bytes((i * 89 + i // 7) % 256 for i in range(4_000))
    with pytest.raises((BinaryError, UnknownEncodingError)):
        decode(noise)
    with pytest.raises(BinaryError):
        decode(bytes(4_000) + b"\x01\x02\x03" * 50)


@given(st.binary(max_size=300), st.sampled_from(["", *sorted(aliases)]))
@settings(max_examples=400)
def test_any_bytes_are_decoded_or_refused(data, declared):
    try:
        found = decode(data, declared)
    except DuiduError:
        return
    assert found.text.encode().decode() == found.text
    assert codecs.lookup(found.encoding)


@given(st.binary(max_size=100), st.sampled_from([*sorted(aliases), "", "x" * 200, "a\0b"]))
def test_a_choice_never_fails_but_by_its_name(data, name):
    try:
        found = decode_as(data, name)
    except NoSuchEncodingError:
        return
    assert found.text.encode().decode() == found.text


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1))
def test_utf8_hanzi_are_never_taken_for_anything_else(text):
    assert decode(text.encode()) == (text, "utf-8")


def test_hz_is_told_by_its_brackets():
    text = "你好，这是老式的新闻组。A ~ B\n"
    assert decode(text.encode("hz")) == (text, "hz")
    assert decode(b"plain ~{ text ~} here")[1] != "hz"
