/** Colours that sit well on Workspace's widgets, dark and light. */
export const colors = {
  dark: { background: '#151518', text: '#D4D4D8', grid: '#2A2A30' },
  light: { background: '#FFFFFF', text: '#27272A', grid: '#E4E4E7' },
} as const
