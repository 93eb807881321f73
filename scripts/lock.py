"""Pin everything that pyproject.toml asks for, with hashes, for each way to install it."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[1]
FILES = {
    "requirements.txt": ("all", "build"),
    "requirements-dev.txt": ("all", "build", "dev"),
    "requirements-api.txt": ("build",),
}


def main() -> int:
    """Write the requirement files; the exit code is that of the first that fails."""
    for name, extras in FILES.items():
        command = [
            sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11",
            "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links",
            "--no-emit-package", "newsgraph", "--output-file", name, "pyproject.toml",
        ]  # fmt: skip
        for extra in extras:
            command += ["--extra", extra]
        done = subprocess.run(command, cwd=HERE, check=False)  # noqa: S603 - our own words
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
