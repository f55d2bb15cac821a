import { testMixedFolder } from '../../support/mixed-folder-tests.ts'

testMixedFolder(960, 600_000_000)
