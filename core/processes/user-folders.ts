import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the program keeps what belongs to a person and not to an archive. Absolute paths; they need not exist yet. */
export interface UserFolders {
  /** Settings and the list of recent archives. */
  readonly configFolder: string
  /** Catalog and search index; may be deleted at any time. */
  readonly cacheFolder: string
  /** Drafts, locks, files on their way in or out; only for this user. */
  readonly privateFolder: string
  /** Where a new archive is proposed. */
  readonly documentsFolder: string
}

type Environment = Readonly<Record<string, string | undefined>>

const FOLDER_NAME = 'Press Archive'

/**
 * The folders of the current user by the rules of the operating system. `PRESS_ARCHIVE_HOME` puts them all below one
 * folder: for tests, and for a program that is carried on a stick.
 */
export function userFolders(
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
  home: string = homedir(),
): UserFolders {
  const own = environment['PRESS_ARCHIVE_HOME']
  if (own !== undefined && own !== '') {
    return {
      configFolder: join(own, 'config'),
      cacheFolder: join(own, 'cache'),
      privateFolder: join(own, 'private'),
      documentsFolder: join(own, 'documents'),
    }
  }
  const documentsFolder = join(home, 'Documents')
  if (platform === 'win32') return { ...windowsFolders(environment, home), documentsFolder }
  if (platform === 'darwin') return { ...macFolders(home), documentsFolder }
  return { ...linuxFolders(environment, home), documentsFolder }
}

function windowsFolders(environment: Environment, home: string): Omit<UserFolders, 'documentsFolder'> {
  const roaming = join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), FOLDER_NAME)
  const local = join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), FOLDER_NAME)
  return { configFolder: roaming, cacheFolder: join(local, 'cache'), privateFolder: join(local, 'private') }
}

function macFolders(home: string): Omit<UserFolders, 'documentsFolder'> {
  const support = join(home, 'Library', 'Application Support', FOLDER_NAME)
  return {
    configFolder: support,
    cacheFolder: join(home, 'Library', 'Caches', FOLDER_NAME),
    privateFolder: join(support, 'private'),
  }
}

function linuxFolders(environment: Environment, home: string): Omit<UserFolders, 'documentsFolder'> {
  const base = (variable: string, fallback: string): string => {
    const value = environment[variable]
    return join(value !== undefined && value.startsWith('/') ? value : join(home, fallback), 'press-archive')
  }
  return {
    configFolder: base('XDG_CONFIG_HOME', '.config'),
    cacheFolder: base('XDG_CACHE_HOME', '.cache'),
    privateFolder: base('XDG_STATE_HOME', join('.local', 'state')),
  }
}
