"""The peer: FastAPI under uvicorn. PEER=plain sends as the official example does, one send_json for each client from a queue of its own;
PEER=shared writes the JSON once for all."""

import asyncio
import json
import os
import sys
import time

import uvicorn
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

ROWS, CHANGES, TICK = 100, 10, 0.1
shared = os.environ.get("PEER") == "shared"
app = FastAPI()
queues = set()
tasks = set()


def row(index, tick):
    return {"id": f"R{index}", "tick": tick, "price": 100 + ((tick * 7 + index) % 50) / 10, "at": time.time() * 1000}


async def run(ticks):
    start = time.perf_counter()
    for tick in range(1, ticks + 1):
        await asyncio.sleep(max(0, start + tick * TICK - time.perf_counter()))
        rows = [row((tick * CHANGES + index) % ROWS, tick) for index in range(CHANGES)]
        message = json.dumps(rows) if shared else rows
        for queue in queues:
            queue.put_nowait(message)


@app.get("/widgets/begin")
async def begin(ticks: int = 10):
    task = asyncio.create_task(run(ticks))
    tasks.add(task)
    task.add_done_callback(tasks.discard)
    return []


@app.websocket("/widgets/quotes/live")
async def live(socket: WebSocket):
    await socket.accept()
    await socket.receive_json()
    queue = asyncio.Queue()
    queues.add(queue)
    try:
        await socket.send_json([row(index, 0) for index in range(ROWS)])
        while True:
            message = await queue.get()
            if shared:
                await socket.send_text(message)
            else:
                await socket.send_json(message)
    except WebSocketDisconnect:
        pass
    finally:
        queues.discard(queue)


uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning", ws_ping_interval=None)
