"""The Docker set-up, as far as it can be checked without a Docker engine."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import yaml

HERE = Path(__file__).parents[1]


def compose() -> dict[str, Any]:
    loaded = yaml.safe_load((HERE / "docker-compose.yml").read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_the_compose_file_fits_the_compose_specification() -> None:
    schema = json.loads((HERE / "tests" / "data" / "compose-spec" / "compose-spec.json").read_text("utf-8"))
    jsonschema.Draft201909Validator(schema).validate(compose())


def test_the_schema_refuses_what_is_no_compose_file() -> None:
    schema = json.loads((HERE / "tests" / "data" / "compose-spec" / "compose-spec.json").read_text("utf-8"))
    wrong = compose()
    wrong["services"]["neo4j"]["memory"] = "lots"
    assert list(jsonschema.Draft201909Validator(schema).iter_errors(wrong))


def test_neo4j_keeps_its_data_and_is_limited_and_watched() -> None:
    neo4j = compose()["services"]["neo4j"]
    assert neo4j["image"].endswith("-community")
    assert any(volume.startswith("neo4j-data:") for volume in neo4j["volumes"])
    assert neo4j["healthcheck"]["test"]
    assert neo4j["deploy"]["resources"]["limits"]["memory"]
    assert ":?" in neo4j["environment"]["NEO4J_AUTH"], "without a password it must not start"


def test_the_api_waits_for_neo4j_and_nothing_is_open_to_the_network() -> None:
    services = compose()["services"]
    assert services["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert all(port.startswith("127.0.0.1:") for service in services.values() for port in service["ports"])


def test_the_image_runs_as_nobody_special_and_is_watched() -> None:
    lines = (HERE / "Dockerfile").read_text("utf-8").splitlines()
    assert "USER newsgraph" in lines
    assert any(line.startswith("HEALTHCHECK") for line in lines)
    copied = {line.split()[1] for line in lines if line.startswith("COPY") and "--from" not in line}
    ignored = (HERE / ".dockerignore").read_text("utf-8").splitlines()
    assert all(f"!{name}" in ignored and (HERE / name).exists() for name in copied)
