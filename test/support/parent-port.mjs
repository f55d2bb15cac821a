// Gives a Node program the line to its parent that Electron gives to a utility process. Loaded with --import.
const wrapped = new WeakMap()

process.parentPort = {
  postMessage: (message) => process.send?.(message),
  on: (name, listener) => {
    const hear = (data) => listener({ data })
    wrapped.set(listener, hear)
    process.on(name, hear)
  },
  off: (name, listener) => process.off(name, wrapped.get(listener)),
}
process.once('disconnect', () => process.exit(0))
