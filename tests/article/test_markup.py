from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.article.markup import begins, parsed, plain_blocks

PARTS = (
    *("<p>", "</p>", "<div>", "</div>", "<br>", "<b>", "</b>", "<table>", "<td>", "<pre>", "<"),
    *("字", "水。", " a ", "\n", "&amp;", "<!-- 無 -->", "<script>無</script>", "<rt>無</rt>"),
)


def bare(blocks):
    return "".join("".join(block.text for block in blocks).split())


@given(st.lists(st.sampled_from(PARTS), max_size=40))
@settings(max_examples=200)
def test_both_ways_to_take_markup_apart_show_the_same_hanzi(parts):
    text = "<html><body>" + "".join(parts)
    tree, plain = bare(parsed(text).blocks), bare(plain_blocks(text))
    assert "無" not in tree + plain
    for char in "字水":
        assert tree.count(char) == plain.count(char)


def test_a_block_knows_what_it_is():
    around, linked, plain = parsed(
        "<html><body><nav><li>首頁</li></nav><p><a>全是連結</a>。</p><p>不是<a>連</a></p></body>"
    ).blocks
    assert (around.tag, around.around) == ("li", True)
    assert (linked.linked, linked.around) == (True, False)
    assert (plain.linked, plain.around) == (False, False)


def test_the_page_is_written_again_only_up_to_a_depth():
    text = "<html><head><title> 橋 </title></head><body><div><p>字</p></div></body></html>"
    assert parsed(text).tidy == ""
    markup = parsed(text, deepest=10)
    assert "<p>字</p>" in markup.tidy
    assert (markup.title, markup.root) == ("橋", "html")


def test_what_stands_before_markup_is_skipped():
    assert (
        begins("\ufeff <?xml version='1.0'?><!-- a --><!DOCTYPE x [<!ENTITY a 'b'>]>\n<p>") == "<p>"
    )
    assert begins("字<p>") == "字<p>"
