const nothing = { type: 'GeometryCollection', geometries: [] }
const names = ['coastlines', 'land', 'ocean', 'lakes', 'rivers', 'countries', 'subunits']
const blank = { type: 'Topology', objects: Object.fromEntries(names.map((name) => [name, nothing])), arcs: [] }
const scopes = ['world', 'usa', 'europe', 'asia', 'africa', 'north-america', 'south-america', 'oceania', 'antarctica']

/** Maps without any lines, where Plotly looks before it asks the network for the real ones. */
export const blankMaps = {
  topojson: Object.fromEntries(
    scopes.flatMap((scope) => [`${scope}_50m`, `${scope}_110m`].map((name) => [name, blank])),
  ),
}
