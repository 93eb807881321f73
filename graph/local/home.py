"""Where what belongs to one local server lies in its data directory, and how its Java is started."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from graph.errors import LocalServerError
from graph.local import logs
from graph.local.configuration import Ports, ports
from graph.local.disk import MEGABYTE, require_room, require_writable

# What a fresh store and its logs take; a store that runs out of disk midway has to be recovered.
_ROOM = 300 * MEGABYTE

# Settings of other Javas and Neo4js that must not reach ours.
_FOREIGN = ("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")


@dataclass(frozen=True, slots=True)
class Home:
    """The files of one data directory."""

    data_dir: Path

    @property
    def neo4j(self) -> Path:
        """NEO4J_HOME: configuration, store and logs."""
        return self.data_dir / "neo4j"

    @property
    def configuration(self) -> Path:
        """What the server is told."""
        return self.neo4j / "conf" / "neo4j.conf"

    @property
    def console(self) -> Path:
        """What the latest start printed."""
        return self.neo4j / "logs" / "console.log"

    @property
    def lock(self) -> Path:
        """Held by whoever starts or stops the server."""
        return self.data_dir / "server.lock"

    @property
    def state(self) -> Path:
        """The state of the latest start."""
        return self.data_dir / "server.json"

    @property
    def password(self) -> Path:
        """The password, readable by its owner only."""
        return self.data_dir / "password"

    @property
    def version(self) -> Path:
        """The version of the Neo4j that last opened the store."""
        return self.data_dir / "neo4j-version"

    @property
    def has_store(self) -> bool:
        """Whether a server was ever started here."""
        return (self.neo4j / "data" / "databases" / "system").exists()

    def make(self) -> None:
        """Make the folders.

        Raises:
            LocalServerError: they cannot be written to, or there is no room.

        """
        require_writable(self.data_dir, setting="NEWSGRAPH_DATA_DIR")
        for name in ("conf", "data", "logs", "import", "plugins", "run"):
            require_writable(self.neo4j / name, setting="NEWSGRAPH_DATA_DIR")
        require_room(self.data_dir, _ROOM, what="a Neo4j store")

    def ports(self) -> Ports:
        """Return where the latest start listens, zeros if its configuration is gone."""
        try:
            text = self.configuration.read_text(encoding="utf-8")
        except FileNotFoundError:
            return Ports(bolt=0, http=0)
        return ports(text)

    def environment(self) -> dict[str, str]:
        """Return the environment of its Java: the user's without what is meant for another Java or Neo4j."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in _FOREIGN and not name.startswith("NEO4J_")
        }
        # Without a UTF-8 locale Java cannot open paths that hold other letters than ASCII's.
        locale = {} if os.name == "nt" else {"LC_ALL": "C.UTF-8"}
        return kept | locale | {"NEO4J_HOME": str(self.neo4j), "NEO4J_CONF": str(self.configuration.parent)}

    def admin(self, java: Path, class_path: str, arguments: tuple[str, ...]) -> str:
        """Run one Neo4jAdminCommand and return what it printed.

        Raises:
            LocalServerError: it failed; tells what it printed last.

        """
        command = [str(java), f"-Dbasedir={self.neo4j}", "-Dfile.encoding=UTF-8", "-cp", class_path]
        command += ["org.neo4j.server.startup.Neo4jAdminCommand", *arguments]
        result = subprocess.run(  # noqa: S603
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=self.environment(),
            cwd=self.neo4j,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        printed = f"{result.stdout}{result.stderr}"
        if result.returncode != 0:
            raise LocalServerError(f"neo4j-admin {' '.join(arguments[:2])} failed: {logs.reason_in(printed)}")
        return printed
