import { entry } from '../entry.ts'

/** What can go wrong between a backend and its database. */
export const sqlErrors = {
  'sql-driver-missing': entry(
    'A database driver is not installed',
    500,
    (d: { feature: string; packageName: string; reason: string }) => ({
      message: `${d.feature} needs the package ${d.packageName}, which could not be loaded: ${d.reason}`,
      hint: `Run: npm install ${d.packageName}`,
    }),
  ),
  'sql-value-undefined': entry('A value in SQL is undefined', 500, (d: { position: number; after: string }) => ({
    message: `Value ${d.position} of the sql template, after "${d.after}", is undefined. SQL has no such value.`,
    hint: 'Pass null for NULL, give the parameter a default, or leave the condition out: ${value ? sql`and x = ${value}` : sql``}',
  })),
  'sql-value-unsupported': entry(
    'A value in SQL has a type that cannot be bound',
    500,
    (d: { position: number; after: string; got: string }) => ({
      message:
        `Value ${d.position} of the sql template, after "${d.after}", is ${d.got}. ` +
        'A value is a string, number, bigint, boolean, Date, Uint8Array, null, an array of these of one type, or another sql`…`.',
      hint: 'Convert the value first; bind an object as JSON.stringify(value).',
    }),
  ),
  'sql-fragment-expected': entry('A query was given as plain text', 500, (d: { got: string }) => ({
    message: `A query must be written with the sql tag; got a value of type ${d.got}. Plain text would not bind its values.`,
    hint: 'Write db.query(sql`select … where symbol = ${symbol}`) with `import { sql } from "deskwright/sql"`.',
  })),
  'sql-not-a-query': entry('A statement is not a query', 500, (d: { got: string }) => ({
    message: `Only a query that gives rows can be run here; got a statement of type ${d.got}.`,
    hint: 'Write one SELECT. Change data outside of the backend.',
  })),
  'sql-view-format': entry(
    'A view names a file of an unknown format',
    500,
    (d: { view: string; file: string; allowed: readonly string[] }) => ({
      message: `View "${d.view}" reads "${d.file}", whose format does not follow from its name. Known endings: ${d.allowed.join(', ')}.`,
      hint: "Rename the file, or say how to read it: views: { name: sql`select * from read_csv('prices.txt')` }",
    }),
  ),
  'sql-view-unreadable': entry('A view cannot be read', 500, (d: { view: string; source: string; reason: string }) => ({
    message: `View "${d.view}" cannot be read from ${d.source}: ${d.reason}`,
    hint: 'Check that the path exists and is readable. Relative paths start at the folder the process runs in; new URL("./data/file.csv", import.meta.url) starts at the module.',
  })),
  'sql-file-unreadable': entry('A database file cannot be opened', 500, (d: { file: string; reason: string }) => ({
    message: `The database file "${d.file}" cannot be opened for reading: ${d.reason}`,
    hint: 'Check the path, and close other programs that hold the file open for writing.',
  })),
  'sql-setting-refused': entry(
    'A database setting is refused',
    500,
    (d: { setting: string; value: string; reason: string }) => ({
      message: `The setting ${d.setting} = "${d.value}" is refused: ${d.reason}`,
      hint: 'Use a setting the engine knows, for example threads, memory_limit or TimeZone.',
    }),
  ),
  'sql-columns-duplicate': entry('A query has two columns of one name', 500, (d: { columns: readonly string[] }) => ({
    message: `The query has more than one column named ${d.columns.map((name) => `"${name}"`).join(', ')}; a row object holds each name once.`,
    hint: 'Rename one of them in the query: select a.price, b.price as other_price',
  })),
  'sql-failed': entry('A query failed', 500, (d: { reason: string }) => ({
    message: `The query failed: ${d.reason}`,
    hint: 'Mend the query at the place the message marks, or the value that was passed to it.',
  })),
  'sql-timed-out': entry('A query took too long', 504, (d: { timeout: number }) => ({
    message: `The query did not finish within ${d.timeout} ms and was stopped.`,
    hint: 'Make it read less (a condition, an index, an aggregate), or raise timeout of the database or of db.query.',
  })),
  'sql-too-many-rows': entry('A query gives more rows than allowed', 500, (d: { maxRows: number }) => ({
    message: `The query gives more than ${d.maxRows} rows, which is the limit set by maxRows.`,
    hint: 'Aggregate, filter or add LIMIT; page large tables on the server with ssrmTable; or raise maxRows.',
  })),
  'sql-address-invalid': entry('A database address cannot be read', 500, (d: { feature: string; example: string }) => ({
    message: `The url given to ${d.feature} cannot be read as an address. It is not repeated here, because it may hold a password.`,
    hint: `Write ${d.example}; percent-encode special characters of the user and the password.`,
  })),
  'sql-connection-refused': entry(
    'A database refuses the connection',
    500,
    (d: { address: string; user: string; database: string; reason: string }) => ({
      message: `The database at ${d.address} refuses user "${d.user}" on database "${d.database}": ${d.reason}`,
      hint: 'Check the user, the password, the name of the database and the ssl option.',
    }),
  ),
  'sql-unreachable': entry(
    'The database cannot be reached',
    503,
    (d: { address: string; reason: string; retryAfter: number }) => ({
      message: `The database at ${d.address} cannot be reached: ${d.reason}`,
      hint: 'Check that it runs and that host and port are right, seen from this machine. The next query tries again.',
    }),
  ),
  'sql-queue-full': entry(
    'Too many queries wait for the database',
    503,
    (d: { running: number; waiting: number; retryAfter: number }) => ({
      message: `${d.running} queries run and ${d.waiting} wait, which are the limits maxConcurrent and maxQueue.`,
      hint: 'Make the queries shorter, cache their widgets, or raise maxQueue as far as memory allows.',
    }),
  ),
  'sql-busy': entry(
    'The database is busy',
    503,
    (d: { address: string; max: number; queueTimeout: number; maxQueue: number; retryAfter: number }) => ({
      message: `All ${d.max} connections to ${d.address} are in use. At most ${d.maxQueue} queries wait for one, for at most ${d.queueTimeout} ms.`,
      hint: 'Make the queries shorter, cache their widgets, or raise max as far as the server allows.',
    }),
  ),
  'sql-console-unsupported': entry('A database has no console', 500, (d: { database: string }) => ({
    message: `sqlConsole cannot run what users type on ${d.database}: it could not keep its promises there.`,
    hint: 'Use a console over duckdb() or postgres(). For another database, write an omni widget that runs queries of your own.',
  })),
  'sql-console-tables': entry('The tables of a console are wrong', 500, (d: { problem: string }) => ({
    message: `The list \`tables\` of sqlConsole says which tables may be read; ${d.problem}.`,
    hint: "Name each table once, as text or as a table of the same database: tables: ['prices', db.table('main', 'trades')]",
  })),
  'sql-console-failed': entry('A console does not work', 500, (d: { reason: string }) => ({
    message: `The console cannot run queries: ${d.reason}.`,
    hint: 'A console runs its queries in a process of its own; it needs Node, @duckdb/node-api and leave to start processes.',
  })),
  'sql-listen-unsupported': entry('A database sends no notifications', 500, (d: { engine: string }) => ({
    message: `listen needs a database that notifies its clients; ${d.engine} does not.`,
    hint: 'Listen to postgres(), or poll() the rows of this database.',
  })),
  'sql-notifications-overrun': entry('Notifications come faster than they are read', 500, (d: { limit: number }) => ({
    message: `More than ${d.limit} notifications wait to be read; listening is begun anew.`,
    hint: 'Do less between two notifications: what awaits something for every single one holds up all that follow.',
  })),
  'sql-import-failed': entry(
    'Files could not be copied into a DuckDB database',
    500,
    (d: { of: string; reason: string }) => ({
      message: `${d.of} could not be copied: ${d.reason}.`,
      hint: 'Queries read the files as they are meanwhile; the copy is tried again. Give each process an import file of its own.',
    }),
  ),
}
