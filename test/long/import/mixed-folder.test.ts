import { testMixedFolder } from '../../support/mixed-folder-tests.ts'

testMixedFolder(960)
