import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

TOP = Path(__file__).parents[2]
LINUX = TOP / "packaging" / "linux"


@pytest.fixture(scope="module")
def entry():
    parser = ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    parser.read(LINUX / "duidu.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_menu_entry_starts_an_installed_command(entry):
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    command, *arguments = entry["Exec"].split()
    assert command in project["scripts"]
    assert arguments == ["%f"]
    assert (TOP / "resources" / "icons" / f"{entry['Icon']}.svg").is_file()


def test_the_metadata_belong_to_the_menu_entry(entry):
    component = ElementTree.parse(LINUX / "duidu.metainfo.xml").getroot()
    assert (LINUX / component.findtext("launchable")).is_file()
    assert component.findtext("name") == entry["Name"]
    assert component.findtext("summary") == entry["Comment"]
    assert component.findtext("project_license") == "MIT"
