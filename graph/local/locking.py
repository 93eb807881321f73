"""Make a lock file anew: `python -m graph.local.locking VERSION` (for those who change newsgraph; needs mvn)."""

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.local.lock import LockedJar, dump, lock_path

BROWSER_VERSION = "5.24.0"

_POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>newsgraph</groupId><artifactId>lock</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{version}</version></dependency>
    <dependency>
      <groupId>org.neo4j.client</groupId><artifactId>neo4j-browser</artifactId><version>{browser}</version>
    </dependency>
  </dependencies>
</project>
"""


def jars_below(repository: Path) -> Iterator[LockedJar]:
    """Yield the jars of a folder that is laid out as a Maven repository."""
    for path in sorted(repository.rglob("*.jar")):
        *group, artifact, version, name = path.relative_to(repository).parts
        classifier = name.removesuffix(".jar").removeprefix(f"{artifact}-{version}").removeprefix("-")
        content = path.read_bytes()
        yield LockedJar(
            group=".".join(group),
            artifact=artifact,
            version=version,
            classifier=classifier or None,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
        )


def main(arguments: Sequence[str]) -> None:
    """Resolve each version's jars with Maven and write its lock file."""
    for version in arguments:
        with tempfile.TemporaryDirectory() as folder:
            pom = _POM.format(version=version, browser=BROWSER_VERSION)
            Path(folder, "pom.xml").write_text(pom, encoding="utf-8")
            options = ("-DincludeScope=runtime", "-DoutputDirectory=jars", "-Dmdep.useRepositoryLayout=true")
            command = ("mvn", "--quiet", "--batch-mode", "dependency:copy-dependencies", *options)
            subprocess.run(command, cwd=folder, check=True)  # noqa: S603
            jars = list(jars_below(Path(folder, "jars")))
        heading = f"Neo4j Community {version} with Browser; made by python -m graph.local.locking {version}"
        lock_path(version).write_text(dump(jars, heading=heading), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
