import { testMixedFolder } from '../../../support/mixed-folder-tests.ts'

// Far above what is wanted, since a busy machine gives memory back late; the long run holds the figure itself.
testMixedFolder(60, 1_000_000_000)
