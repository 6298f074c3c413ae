import { entry } from '../entry.ts'

const quote = (text: string): string => JSON.stringify(text)
const toOrigins = (origins: readonly string[]): string =>
  origins.length > 4 ? `${origins.slice(0, 3).join(', ')} and ${origins.length - 3} more` : origins.join(', ')
const toSize = (bytes: number): string =>
  bytes < 999_500 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** What `check` can find when it asks a running backend. */
export const probeErrors = {
  'host-unknown': entry('The name of a host is unknown', 500, (d: { host: string }) => ({
    message: `The name ${quote(d.host)} leads to no address.`,
    hint: 'Correct the name in the address. For a backend on this machine it is 127.0.0.1.',
  })),
  'port-refused': entry(
    'Nothing listens on a port',
    500,
    (d: { host: string; port: number; others: readonly string[] }) => ({
      message: `Nothing listens on port ${d.port} of ${d.host} (ECONNREFUSED).`,
      hint:
        d.others.length > 0
          ? `A backend answers at ${d.others.join(' and ')}: use that address.`
          : 'Start the backend, or correct the port: the backend says on which one it listens when it starts.',
    }),
  ),
  'address-other': entry(
    'A backend listens on another address of the machine',
    500,
    (d: { host: string; port: number; found: string; family: string }) => ({
      message: `Nothing listens on port ${d.port} of ${d.host}, but something does at ${d.found}: the server is bound to ${d.family} only.`,
      hint: `Use ${d.found}, or bind the server to the address that is asked for.`,
    }),
  ),
  'host-silent': entry('A host does not react', 500, (d: { host: string; port: number; seconds: number }) => ({
    message: `${d.host} did not accept a connection on port ${d.port} within ${d.seconds} s: the packets are dropped on their way.`,
    hint: 'Check the address, the firewall, and whether this machine has to be in a VPN to reach it.',
  })),
  'host-unreachable': entry('There is no way to a host', 500, (d: { host: string; port: number; reason: string }) => ({
    message: `There is no way to port ${d.port} of ${d.host}: ${d.reason}.`,
    hint: 'Check the address, and whether this machine is in the network it belongs to.',
  })),
  'tls-only': entry('A server wants HTTPS', 500, (d: { url: string; secure: string }) => ({
    message: `${d.url} is asked for by HTTP, but the server speaks HTTPS.`,
    hint: `Use ${d.secure}.`,
  })),
  'tls-missing': entry('A server does not speak HTTPS', 500, (d: { url: string; plain: string }) => ({
    message: `${d.url} is asked for by HTTPS, but the server speaks plain HTTP.`,
    hint: `Use ${d.plain}, or give the server a certificate.`,
  })),
  'tls-failed': entry('No secure connection can be made', 500, (d: { url: string; reason: string }) => ({
    message: `The server of ${d.url} accepts connections, but no secure one can be made: ${d.reason}.`,
    hint: 'The server must offer TLS 1.2 or 1.3 without a client certificate.',
  })),
  'tls-expired': entry(
    'The certificate of a server is out of date',
    500,
    (d: { host: string; from: string; to: string }) => ({
      message: `The certificate of ${d.host} is valid from ${d.from} to ${d.to}, which today is not within: browsers refuse it.`,
      hint: 'Renew the certificate, and restart the server so that it uses the new one.',
    }),
  ),
  'tls-name': entry('The certificate of a server is for another name', 500, (d: { host: string; names: string }) => ({
    message: `The certificate of the server is for ${d.names}, not for ${d.host}: browsers refuse it.`,
    hint: `Ask the server by a name it has, or issue a certificate whose subjectAltName has ${d.host}.`,
  })),
  'tls-untrusted': entry(
    'The certificate of a server is not trusted',
    500,
    (d: { host: string; issuer: string; isOwn: boolean }) => ({
      message: `The certificate of ${d.host} is ${d.isOwn ? 'signed by itself' : `issued by ${quote(d.issuer)}`}, which nobody here trusts: Workspace says no more than "Failed to fetch".`,
      hint: 'Trust it in the browser (open the address once and accept it, or install it), and give it to this command by the environment: NODE_EXTRA_CA_CERTS=certificate.pem.',
    }),
  ),
  'tls-usage': entry(
    'A certificate is not made for servers',
    500,
    (d: { host: string; reason: string; who: string }) => ({
      message: `The certificate of ${d.host} is not made for servers: ${d.reason}. ${d.who === 'browsers' ? 'Browsers refuse' : `${d.who} refuses`} it.`,
      hint: 'Issue a certificate with the key usage digitalSignature and the extended key usage serverAuth; deskwright cert makes such ones for this machine.',
    }),
  ),
  'tls-chain': entry('A server does not send the whole chain', 500, (d: { host: string; issuer: string }) => ({
    message: `The server of ${d.host} sends its own certificate alone, without the one of ${quote(d.issuer)} that issued it: who does not have that already cannot trust it.`,
    hint: 'Give the server the file with the whole chain, its own certificate first (fullchain.pem rather than cert.pem).',
  })),
  'tls-expires-soon': entry('A certificate ends soon', 500, (d: { host: string; to: string; days: number }) => ({
    message: `The certificate of ${d.host} is valid until ${d.to}, ${d.days === 0 ? 'less than a day' : d.days === 1 ? 'one more day' : `${d.days} more days`}: then browsers refuse it, and the backend is gone.`,
    hint: 'Renew it now, and see why nothing did so by itself.',
  })),
  'server-closes': entry('A server closes the connection without an answer', 500, (d: { url: string }) => ({
    message: `The server of ${d.url} takes the connection and closes it without an answer.`,
    hint: "Look into the backend's log: it may have crashed, or another program has the port.",
  })),
  'server-silent': entry('A server says nothing', 500, (d: { url: string; seconds: number }) => ({
    message: `The server of ${d.url} takes the connection and says nothing for ${d.seconds} s, not even to what is no request.`,
    hint: 'It hangs (a loop that never ends, the breakpoint of a debugger), or another program has the port: restart it, or correct the port.',
  })),
  'server-foreign': entry('A server does not speak HTTP', 500, (d: { url: string; said: string }) => ({
    message: `What listens at ${d.url} does not speak HTTP; it says ${quote(d.said)}.`,
    hint: 'Correct the port: another program has this one.',
  })),
  'document-cut': entry('An answer breaks off', 500, (d: { url: string; reason: string }) => ({
    message: `The answer of ${d.url} begins and breaks off: ${d.reason}.`,
    hint: 'The headers must fit the body: a Content-Length that counts its bytes, a Content-Encoding it really has. Then look into the log for a crash while answering.',
  })),
  'document-endless': entry('An answer does not end', 500, (d: { url: string; megabytes: number }) => ({
    message: `${d.url} sends more than ${d.megabytes} MB and goes on.`,
    hint: 'Answer a document that ends; a stream is none.',
  })),
  'document-miscompressed': entry(
    'A document is not compressed as it says',
    500,
    (d: { url: string; encoding: string; reason: string }) => ({
      message: `${d.url} says Content-Encoding: ${d.encoding}, but its body is something else: ${d.reason}.`,
      hint: 'Compress the body, or leave the header out. Two layers that both see to it (a proxy and a middleware) do this.',
    }),
  ),
  'document-page': entry(
    'A page comes instead of a document',
    500,
    (d: { url: string; title: string; kind: 'login' | 'tunnel' | 'page' }) => ({
      message: `${d.url} answers 200 with an HTML page${d.title === '' ? '' : `, ${quote(d.title)},`} instead of JSON${d.kind === 'login' ? ': something in front of the backend wants people to sign in' : d.kind === 'tunnel' ? ': the tunnel warns people before it lets them through' : ''}.`,
      hint:
        d.kind === 'login'
          ? 'Let requests with a header through, and give that header to the connection and to this command (--header): Workspace sends no cookies.'
          : d.kind === 'tunnel'
            ? 'Give the connection the header ngrok-skip-browser-warning, and this command too: --header "ngrok-skip-browser-warning: 1".'
            : 'Correct the address or the port: this is a web site, or a proxy that answers everything with its own page.',
    }),
  ),
  'document-late': entry('A document takes long', 500, (d: { url: string; seconds: number }) => ({
    message: `${d.url} took ${d.seconds} s; Workspace asks for it on every start and refresh, and gives up after 60 s.`,
    hint: 'Compute the document once, at start, and answer it from memory.',
  })),
  'answer-large': entry('An answer is very large', 500, (d: { url: string; bytes: number }) => ({
    message: `${d.url} answers ${toSize(d.bytes)}, which a page has to fetch and hold in memory whole.`,
    hint: 'Answer less: fewer rows or columns, a table that is paged on the server (ssrm_table), fewer widgets in one backend.',
  })),
  'answer-uncompressed': entry(
    'A large answer is not compressed',
    500,
    (d: { url: string; bytes: number; compressed: number }) => ({
      message: `${d.url} answers ${toSize(d.bytes)} without compression; gzip makes about ${toSize(d.compressed)} of it.`,
      hint: 'Compress what is larger than a few kB when Accept-Encoding allows it. Between programs of one machine it gains nothing.',
    }),
  ),
  'document-elsewhere': entry('The documents lie below another path', 500, (d: { url: string; found: string }) => ({
    message: `There is no widgets.json below ${d.url}, but there is one below ${d.found}.`,
    hint: `Connect ${d.found}.`,
  })),
  'cors-origin': entry(
    'Pages may not read the answers',
    500,
    (d: { url: string; origins: readonly string[]; reason: string }) => ({
      message: `Browsers keep the answers of ${d.url} from ${toOrigins(d.origins)}: ${d.reason}.`,
      hint: 'Answer every request that has one of these origins with Access-Control-Allow-Origin: that origin (once), and Vary: Origin.',
    }),
  ),
  'cors-preflight': entry(
    'A preflight fails',
    500,
    (d: { url: string; origins: readonly string[]; reason: string }) => ({
      message: `Browsers that ask first (OPTIONS ${d.url}) may not send requests with headers of the connection or with a JSON body from ${toOrigins(d.origins)}: ${d.reason}.`,
      hint: 'Answer OPTIONS with 204 without asking for a key, with Access-Control-Allow-Origin, and with what came in Access-Control-Request-Headers as Access-Control-Allow-Headers.',
    }),
  ),
  'cors-error-answer': entry(
    'Errors cannot be read by pages',
    500,
    (d: { url: string; answered: number; origins: readonly string[] }) => ({
      message: `${d.url} answers ${d.answered} without Access-Control-Allow-Origin for ${toOrigins(d.origins)}: Workspace shows "Failed to fetch" instead of the reason.`,
      hint: 'Add the CORS headers to every answer, errors too: the middleware that adds them has to be the outermost one.',
    }),
  ),
  'cors-widget': entry(
    'Pages may not read the answer for a widget',
    500,
    (d: { url: string; origin: string; reason: string }) => ({
      message: `Browsers keep the answer of ${d.url} from ${d.origin === 'null' ? 'every page, as a redirect hides where the request began' : d.origin}: ${d.reason}. Of the documents they do not.`,
      hint: 'Add the CORS headers in one place for all answers: a route, a mounted app or a proxy for this path goes around it.',
    }),
  ),
  'cors-vary': entry('Caches do not learn that an answer depends on the origin', 500, (d: { url: string }) => ({
    message: `${d.url} allows the origin that asks, but does not say Vary: Origin: a cache may give the answer for one origin to another one, which then may not read it.`,
    hint: 'Add Vary: Origin to every answer whose Access-Control-Allow-Origin depends on the request.',
  })),
  'cors-credentials': entry('Any origin is allowed together with credentials', 500, (d: { url: string }) => ({
    message: `${d.url} allows any origin ("*") and credentials: browsers refuse that pair where cookies are sent; Workspace sends none.`,
    hint: 'Leave Access-Control-Allow-Credentials out.',
  })),
  'cors-private-network': entry('A preflight for a private network is not granted', 500, (d: { url: string }) => ({
    message: `The preflight of ${d.url} asks for access to a private network and is not granted it: some versions of Chrome and Edge then send no request.`,
    hint: 'Answer Access-Control-Request-Private-Network: true with Access-Control-Allow-Private-Network: true. Newer versions ask the user instead.',
  })),
  'document-redirect': entry(
    'A document is answered with a redirect',
    500,
    (d: { url: string; to: string; isReadable: boolean }) => ({
      message: `${d.url} leads to ${d.to}${d.isReadable ? '' : ', without CORS headers on the way: browsers stop there'}.`,
      hint: 'Connect the address it leads to, without its last part.',
    }),
  ),
  'address-insecure': entry('An address of another machine is not secure', 500, (d: { url: string }) => ({
    message: `${d.url} is plain HTTP and not on this machine: browsers block it as mixed content from https://pro.openbb.co.`,
    hint: 'Serve it by HTTPS. Only http://localhost and http://127.0.0.1 are exempt, and those not in Safari, Brave and Excel on a Mac.',
  })),
  'address-unspecified': entry('An address is none to connect to', 500, (d: { url: string; usable: string }) => ({
    message: `${d.url} is where a server listens on all addresses, not one to ask: browsers refuse it.`,
    hint: `Connect ${d.usable}.`,
  })),
  'widget-redirect': entry(
    'A widget is answered with a redirect',
    500,
    (d: { method: string; url: string; to: string; status: number; reason: string; isSlash: boolean }) => ({
      message: `${d.method} ${d.url} leads to ${d.to} (${d.status})${d.reason === '' ? ': every request is made twice' : `, ${d.reason}`}.`,
      hint: d.isSlash
        ? 'Serve the path without a slash at its end: Workspace takes that away before it asks. In FastAPI write the route without it.'
        : 'Write the address it leads to as the endpoint, or answer there where the widget asks.',
    }),
  ),
  'widget-miscompressed': entry(
    'The answer for a widget is not compressed as it says',
    500,
    (d: { url: string; encoding: string; reason: string }) => ({
      message: `${d.url} says Content-Encoding: ${d.encoding}, but its body is something else: ${d.reason}.`,
      hint: 'Compress the body, or leave the header out. Two layers that both see to it (a proxy and a middleware) do this.',
    }),
  ),
  'widget-unanswered': entry('A widget gets no answer', 500, (d: { url: string; reason: string }) => ({
    message: `${d.url} gives no answer: ${d.reason}.`,
    hint: "Look into the backend's log for this request; Workspace gives up after 60 s.",
  })),
  'widget-status': entry(
    'A widget is answered with an error',
    500,
    (d: { method: string; url: string; answered: number; said: string }) => ({
      message: `${d.method} ${d.url}, as asked with the default values, answers ${d.answered}${d.said === '' ? '' : `: ${d.said}`}.`,
      hint:
        d.answered === 404
          ? 'Correct the endpoint, or add the route; for a symbol that does not exist, change the default value.'
          : "Look into the backend's log for the reason, or change the default values.",
    }),
  ),
  'widget-no-content': entry('A widget is answered with nothing', 500, (d: { url: string }) => ({
    message: `${d.url} answers 204: Workspace shows "No Content" as an error.`,
    hint: 'Answer 200 with an empty list when there is no data.',
  })),
  'widget-unreadable': entry('The answer for a widget is no JSON', 500, (d: { url: string; reason: string }) => ({
    message: `The answer of ${d.url} is no JSON: ${d.reason}.`,
    hint: 'Answer JSON; write null where there is no number.',
  })),
  'widget-encoding': entry('The answer for a widget is not UTF-8', 500, (d: { url: string }) => ({
    message: `The answer of ${d.url} is not UTF-8: some characters are shown as question marks.`,
    hint: 'Encode the answer as UTF-8, whatever its Content-Type says.',
  })),
  'widget-shape': entry(
    'The answer for a widget has another shape',
    500,
    (d: { url: string; wanted: string; at: string; reason: string; got: string }) => ({
      message: `The answer of ${d.url} is not what is shown as "${d.wanted}"${d.at === '' ? '' : `, at ${d.at}`}: ${d.reason}; ${d.got} came.`,
      hint: 'Answer in the shape of the type, name the part that has it by data.dataKey, or choose another type.',
    }),
  ),
  'widget-data-key': entry('An answer lacks the part that is shown', 500, (d: { key: string; got: string }) => ({
    message: `data.dataKey is ${quote(d.key)}, but the answer has no such part: ${d.got} came.`,
    hint: 'Correct data.dataKey, or leave it out when the whole answer is shown.',
  })),
  'widget-columns': entry(
    'Columns stay empty',
    500,
    (d: { columns: readonly string[]; fields: readonly string[] }) => ({
      message: `No row has ${d.columns.map(quote).join(', ')}: these columns stay empty. The rows have ${d.fields.slice(0, 12).map(quote).join(', ')}${d.fields.length > 12 ? ' and more' : ''}.`,
      hint: 'Make the fields of columnsDefs and the keys of the rows equal, upper and lower case too.',
    }),
  ),
  'widget-slow': entry('A widget takes long', 500, (d: { url: string; seconds: number }) => ({
    message: `${d.url} took ${d.seconds} s, and is asked again whenever a parameter changes.`,
    hint: 'Set runButton: true, so that the user says when, or keep the answer for a while.',
  })),
  'widget-page': entry('A paged table does not page', 500, (d: { reason: string }) => ({
    message: `Rows 0 to 10 were asked for, and ${d.reason}.`,
    hint: 'Answer the rows from startRow to endRow (exclusive), and in rowCount how many there are in all.',
  })),
  'widget-frame': entry('A page cannot be shown in a frame', 500, (d: { url: string; header: string }) => ({
    message: `${d.url} forbids pages of others to show it: ${d.header}.`,
    hint: 'Leave the header out, or allow https://pro.openbb.co in frame-ancestors.',
  })),
}
