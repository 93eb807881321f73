"""The wheel has everything, works alone, and its plain names are nobody else's."""

import subprocess
import sys
import venv
import zipfile
from importlib.metadata import distributions
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1]
NAMES = {"graph", "extract", "api", "cypher", "newsgraph"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(HERE)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_code_and_data(wheel: Path) -> None:
    files = set(zipfile.ZipFile(wheel).namelist())
    here = {
        path.relative_to(HERE).as_posix()
        for folder in ("graph", "extract", "api", "cypher")
        for path in (HERE / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert here <= files
    assert {name.split("/")[0] for name in files if ".dist-info" not in name} == {
        "graph",
        "extract",
        "api",
        "cypher",
        "newsgraph.py",
    }


def test_the_command_works_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    # The dependencies of this environment, the package from the wheel alone.
    packages = next(path for path in sys.path if path.endswith("site-packages"))
    script = (
        f"import sys; sys.path[:0] = [{str(wheel)!r}]; sys.path.append({packages!r});"
        "sys.path = [p for p in sys.path if not p.startswith('__editable__')];"
        "import newsgraph; assert '.whl' in newsgraph.__file__, newsgraph.__file__;"
        "sys.argv = ['newsgraph', '--help']; newsgraph.main()"
    )
    done = subprocess.run(
        [str(python), "-c", script], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "News articles in" in done.stdout


def test_no_other_distribution_claims_our_names() -> None:
    for distribution in distributions():
        if distribution.metadata["Name"] == "newsgraph":
            continue
        tops = {str(file).split("/")[0].removesuffix(".py") for file in distribution.files or []}
        assert not tops & NAMES, distribution.metadata["Name"]
