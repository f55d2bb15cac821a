import type { ArchiveClient, RequestName, RequestResult } from '../../core/contract/archive-api.ts'
import type { PressArchiveBridge } from '../../core/contract/electron-bridge.ts'
import { openEnvelope } from '../../core/contract/envelope.ts'
import type { HostConnection } from '../../core/contract/host-api.ts'

/** The connection of the desktop program. */
export function createElectronClient(bridge: PressArchiveBridge): HostConnection {
  const { host, capabilities } = bridge
  const request: ArchiveClient = async <Name extends RequestName>(name: Name, argument: unknown) =>
    // The contract ties the result to the name; the same table drives the other side of the bridge.
    openEnvelope(await bridge.request(name, argument)) as RequestResult<Name>
  return {
    request,
    subscribe: bridge.subscribe,
    host: {
      capabilities,
      pickFolder: async () => openEnvelope(await host.pickFolder()),
      stageFiles: async (files) => openEnvelope(await host.stageFiles(files)),
      readDocument: async (document) => openEnvelope(await host.readDocument(document)),
      saveDocument: async (document, fileName) => openEnvelope(await host.saveDocument(document, fileName)),
      readAttachment: async (article, name) => openEnvelope(await host.readAttachment(article, name)),
      saveAttachment: async (article, name) => openEnvelope(await host.saveAttachment(article, name)),
      openLink: async (url) => openEnvelope(await host.openLink(url)),
      revealArchive: async () => openEnvelope(await host.revealArchive()),
    },
  }
}
