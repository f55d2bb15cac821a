// Builds hosts and resources into a folder of their own, so that tests run what is shipped and no other build disturbs them.
// usage: node scripts/build-apart.mjs FOLDER   a folder inside the project, where packages are found
import { resolve } from 'node:path'
import { buildHosts } from './build/hosts.mjs'
import { copyResources } from './build/resources.mjs'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node scripts/build-apart.mjs FOLDER')
  process.exit(2)
}
await buildHosts(resolve(folder))
await copyResources(resolve(folder))
