"""The settings as every command reads them."""

from typing import Any

import typer

from streams.settings import Settings, SettingsError, load_settings


def settings_or_exit(**overrides: Any) -> Settings:
    """The settings; where one is unknown or wrong, its name on standard error and exit code 2."""
    try:
        return load_settings(**overrides)
    except SettingsError as error:
        for line in str(error).splitlines():
            typer.echo(f"aqwal: {line}", err=True)
        raise typer.Exit(2) from None
