"""The same requests answered the way example backends do it: by a pandas DataFrame, and by SQLite.

Reads {"parquet", "sqlite", "requests": {name: [body, ...]}} from stdin and prints {engine: {name: [milliseconds, ...]}}.
The first body of each name warms up and is not counted. Only what the requests of the bench need is understood.
"""

import json
import sqlite3
import sys
import time
from pathlib import Path

import pandas

AGGREGATES = {"sum": "sum", "avg": "mean", "count": "count"}


class Pandas:
    def __init__(self, given):
        self.rows = pandas.read_parquet(given["parquet"]).astype({"fee": float})

    def answer(self, body):
        rows = self.rows
        for column, wanted in (body.get("filterModel") or {}).items():
            if wanted["filterType"] == "set":
                rows = rows[rows[column].isin([value for value in wanted["values"] if value is not None])]
            elif wanted["type"] == "greaterThan":
                rows = rows[rows[column] > wanted["filter"]]
            else:
                rows = rows[rows[column].str.lower() == wanted["filter"].lower()]
        groups, keys = body.get("rowGroupCols") or [], body.get("groupKeys") or []
        for group, key in zip(groups, keys):
            rows = rows[rows[group["field"]] == key]
        if len(groups) > len(keys):
            wanted = {value["field"]: AGGREGATES[value["aggFunc"]] for value in body["valueCols"]}
            rows = rows.groupby(groups[len(keys)]["field"]).agg(wanted).reset_index()
        for sort in body.get("sortModel") or []:
            rows = rows.sort_values(sort["colId"], ascending=sort["sort"] == "asc")
        page = rows.iloc[body["startRow"] : body["endRow"]]
        return json.dumps({"rowData": page.to_dict(orient="records"), "rowCount": len(rows)}, default=str)


class Sqlite:
    def __init__(self, given):
        made = Path(given["sqlite"]).exists()
        self.database = sqlite3.connect(given["sqlite"])
        self.database.row_factory = sqlite3.Row
        if not made:
            rows = pandas.read_parquet(given["parquet"]).astype({"fee": float})
            rows.to_sql("trades", self.database, index=False, chunksize=100_000)

    def answer(self, body):
        where, values = ["1 = 1"], []
        for column, wanted in (body.get("filterModel") or {}).items():
            if wanted["filterType"] == "set":
                kept = [value for value in wanted["values"] if value is not None]
                where.append(f"{column} in ({', '.join('?' * len(kept))})")
                values += kept
            elif wanted["type"] == "greaterThan":
                where.append(f"{column} > ?")
                values.append(wanted["filter"])
            else:
                where.append(f"lower({column}) = lower(?)")
                values.append(wanted["filter"])
        groups, keys = body.get("rowGroupCols") or [], body.get("groupKeys") or []
        for group, key in zip(groups, keys):
            where.append(f"{group['field']} = ?")
            values.append(key)
        condition = " and ".join(where)
        if len(groups) > len(keys):
            field = groups[len(keys)]["field"]
            measures = ", ".join(f"{value['aggFunc']}({value['field']})" for value in body["valueCols"])
            query = f"select {field}, {measures} from trades where {condition} group by 1"
            count = f"select count(distinct {field}) from trades where {condition}"
        else:
            query, count = f"select * from trades where {condition}", f"select count(*) from trades where {condition}"
        order = ", ".join(f"{sort['colId']} {sort['sort']}" for sort in body.get("sortModel") or [])
        query += f" order by {order}" if order else ""
        query += f" limit {body['endRow'] - body['startRow']} offset {body['startRow']}"
        page = [dict(row) for row in self.database.execute(query, values)]
        (rows,) = self.database.execute(count, values).fetchone()
        return json.dumps({"rowData": page, "rowCount": rows}, default=str)


def main():
    given = json.load(sys.stdin)
    found = {}
    for name, engine in (("pandas", Pandas), ("SQLite", Sqlite)):
        server = engine(given)
        found[name] = {}
        for request, bodies in given["requests"].items():
            times = []
            for body in bodies:
                started = time.perf_counter()
                server.answer(body)
                times.append((time.perf_counter() - started) * 1000)
            found[name][request] = times[1:]
        del server
    print(json.dumps(found))


main()
