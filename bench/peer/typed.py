"""The peer at its best: the same four answers by FastAPI, written as its documentation recommends for speed.

Async functions that declare what they return: Pydantic then writes the JSON. The documents and the rows come from the file
that BENCH_RECORDED names, so that all servers send the same ones.
"""

import datetime
import json
import os
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from typing_extensions import TypedDict

recorded = json.loads(Path(os.environ["BENCH_RECORDED"]).read_text())
WIDGETS = json.loads(recorded["/widgets.json"]["body"])
ROWS = json.loads(recorded["/table"]["body"])


class Price(TypedDict):
    date: str
    symbol: str
    open: float
    high: float
    low: float
    close: float
    volume: int


class NamedValue(TypedDict):
    name: str
    value: str


app = FastAPI()
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://pro.openbb.co"],
    allow_credentials=True,
    allow_methods=["*"],
    allow_headers=["*"],
)


@app.get("/widgets.json")
async def widgets() -> dict[str, Any]:
    return WIDGETS


@app.get("/hello")
async def hello() -> str:
    return "# Hello\n\nThis is **Markdown**."


@app.get("/table")
async def table() -> list[Price]:
    return ROWS


@app.get("/params")
async def params(symbol: str, count: int, ratio: float, adjusted: bool, day: datetime.date) -> list[NamedValue]:
    return [
        {"name": "symbol", "value": symbol},
        {"name": "count", "value": str(count)},
        {"name": "ratio", "value": str(ratio)},
        {"name": "adjusted", "value": str(adjusted).lower()},
        {"name": "day", "value": day.isoformat()},
    ]
