import { defineBackend, iframe, pageScript, param } from 'deskwright'

const symbol = param.text('Symbol', { value: 'AAPL', options: ['AAPL', 'MSFT'] })

const page = iframe({
  name: 'Order ticket',
  description: 'A page of our own that follows the symbol, and sets it',
  params: { symbol },
  load: (_params, { theme }) => `<!doctype html><meta name="color-scheme" content="${theme}">
    <style>body { font: 1.25rem system-ui; display: grid; place-content: center; gap: 1rem }</style>
    <div>Order <b id="shown"></b></div> <button id="other">Take Microsoft</button>
    <script type="module">
      ${pageScript}
      const page = connectPage({ onParams: ({ symbol }) => { shown.textContent = symbol } })
      other.onclick = () => page.setParams({ symbol: 'MSFT' })
    </script>`,
})

export default defineBackend({ name: 'Iframe', widgets: { page } })
