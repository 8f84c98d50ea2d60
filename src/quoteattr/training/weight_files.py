"""Weight files: a model as JSON, with what it was trained on, one weight a line."""

from __future__ import annotations

import datetime as dt
import json
from importlib.metadata import version
from pathlib import Path

from quoteattr.scoring.linear_model import Model
from quoteattr.syntax.spacy_parser import DEFAULT_PIPELINE
from quoteattr.training.cross_fitting import Recipe

__all__ = ["made_now", "write_weights"]


def made_now() -> dict[str, str]:
    """Tell the day, in UTC, and the pipeline that parsed the texts."""
    return {
        "date": dt.datetime.now(tz=dt.timezone.utc).date().isoformat(),
        "pipeline": f"{DEFAULT_PIPELINE} {version(DEFAULT_PIPELINE.replace('_', '-'))}",
    }


def write_weights(path: Path, name: str, recipe: Recipe, model: Model, data: str) -> None:
    """Write one weight a line, so that a change shows as one.

    Args:
        path: the file.
        name: the model's name.
        recipe: how it was fitted.
        model: its weights; what it says of itself goes before what follows from the others.
        data: what it was trained on.
    """
    about = {
        "model": f"conditional logistic regression: {name.replace('_', ' ')}",
        "trained on": data,
        **made_now(),
        "features": "name=value, or name+name=value|value for two at once; see the module",
        "penalty": recipe.penalty,
        "rarest feature": recipe.rarest,
        "weights": len(model.weights),
        **model.about,
    }
    lines = [
        f"{json.dumps(key, ensure_ascii=False)}:{value:g}"
        for key, value in sorted(model.weights.items())
    ]
    head = json.dumps(about, ensure_ascii=False, indent=1)
    path.write_text(
        '{"about":' + head + ',\n"weights":{\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8"
    )
