"""What people write: DuckDB to a DataFrame, the DataFrame to dictionaries, the dictionaries to JSON."""

import os

import duckdb
from fastapi import FastAPI
from fastapi.responses import JSONResponse, ORJSONResponse

connection = duckdb.connect(os.environ["BENCH_FILE"], read_only=True)
app = FastAPI()


def records(rows: int):
    query = os.environ["BENCH_QUERY"].replace("{rows}", str(rows))
    return connection.cursor().execute(query).df().to_dict(orient="records")


@app.get("/returned/{rows}")
def returned(rows: int):
    return records(rows)


@app.get("/returned-orjson/{rows}", response_class=ORJSONResponse)
def returned_orjson(rows: int):
    return records(rows)


@app.get("/json-response/{rows}")
def json_response(rows: int):
    return JSONResponse(content=records(rows))


@app.get("/orjson-response/{rows}")
def orjson_response(rows: int):
    return ORJSONResponse(content=records(rows))
