import type { SubscribeToEvents } from './archive-events.ts'
import type { Envelope } from './envelope.ts'
import type { HostApi, HostCapabilities } from './host-api.ts'

/** Functions of the host as they cross Electron's bridge, which keeps only the message of an error: packed in envelopes. */
type Packed<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Promise<Envelope<Result>>
    : never
}

/** The one object that the desktop program's preload script puts into the page, as `window.pressArchive`. */
export interface PressArchiveBridge {
  request(name: string, argument: unknown): Promise<Envelope<unknown>>
  readonly subscribe: SubscribeToEvents
  readonly capabilities: HostCapabilities
  readonly host: Packed<Omit<HostApi, 'capabilities'>>
}
