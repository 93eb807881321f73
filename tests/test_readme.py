"""The README names every command and every setting, and nothing of one machine."""

import re
import subprocess
from pathlib import Path

import typer

import newsgraph
from graph.settings import Settings

HERE = Path(__file__).parents[1]
README = (HERE / "README.md").read_text("utf-8")


def test_every_command_is_in_the_readme() -> None:
    commands = typer.main.get_command(newsgraph.app).commands  # type: ignore[attr-defined]
    missing = [name for name in commands if f"newsgraph {name}" not in README]
    assert missing == []


def test_every_setting_is_in_the_readme() -> None:
    names = [str(field.validation_alias) for field in Settings.model_fields.values()]
    assert [name for name in names if f"`{name}`" not in README] == []


def test_every_link_leads_somewhere() -> None:
    for page in [HERE / "README.md", *(HERE / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!http)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_no_path_of_a_machine_is_in_the_repository() -> None:
    done = subprocess.run(["git", "grep", "-nIE", r"(^|[^A-Za-z0-9_.])/(work|root|home)/", "--", ".", ":!*.lock"], cwd=HERE, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.stdout == "" or done.returncode != 0, done.stdout
