// Builds hosts and resources into a folder of their own, so that tests run what is shipped and no other build disturbs them.
// usage: node scripts/build-apart.mjs FOLDER [NAME=SOURCE...]
//   FOLDER lies inside the project, where packages are found; each SOURCE becomes FOLDER/NAME.mjs
import { resolve } from 'node:path'
import { buildHosts } from './build/hosts.mjs'
import { copyResources } from './build/resources.mjs'

const [folder, ...others] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node scripts/build-apart.mjs FOLDER [NAME=SOURCE...]')
  process.exit(2)
}
await buildHosts(resolve(folder), Object.fromEntries(others.map((other) => other.split('='))))
await copyResources(resolve(folder))
