/**
 * Decides where the program runs. `facts`: `wantsWeb`, `hasDisplay`, `isRoot` (Electron's sandbox refuses root on Linux),
 * and `findElectron`, which resolves to the path of Electron's program or null and is asked only when the rest allows it.
 */
export async function chooseHost(facts) {
  if (facts.wantsWeb) return web('as asked with --web')
  if (!facts.hasDisplay) return web('because there is no display here')
  if (facts.isRoot) return web('because Electron does not run as root')
  const electron = await facts.findElectron()
  return electron === null
    ? web("because Electron's program is not here and could not be downloaded")
    : { host: 'electron', electron }
}

function web(reason) {
  return { host: 'web', reason }
}
