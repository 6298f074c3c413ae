"""The peer as backends for Workspace are usually written: plain functions without types that return lists and dictionaries,
as the official examples do. The documents and the rows come from the file that BENCH_RECORDED names.
"""

import datetime
import json
import os
from pathlib import Path

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse

recorded = json.loads(Path(os.environ["BENCH_RECORDED"]).read_text())
WIDGETS = json.loads(recorded["/widgets.json"]["body"])
ROWS = json.loads(recorded["/table"]["body"])

app = FastAPI()
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://pro.openbb.co"],
    allow_credentials=True,
    allow_methods=["*"],
    allow_headers=["*"],
)


@app.get("/widgets.json")
def widgets():
    return JSONResponse(content=WIDGETS)


@app.get("/hello")
def hello():
    return "# Hello\n\nThis is **Markdown**."


@app.get("/table")
def table():
    return ROWS


@app.get("/params")
def params(symbol: str, count: int, ratio: float, adjusted: bool, day: datetime.date):
    return [
        {"name": "symbol", "value": symbol},
        {"name": "count", "value": str(count)},
        {"name": "ratio", "value": str(ratio)},
        {"name": "adjusted", "value": str(adjusted).lower()},
        {"name": "day", "value": day.isoformat()},
    ]
