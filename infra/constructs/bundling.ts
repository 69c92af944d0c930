import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';
import { compile } from 'sass';
import { readOutcodes } from '../../shared/files/outcodes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of a door, whose `index.ts` its Lambda begins with. */
const folderOf = (door: string): string => `${root}functions/${door}`;

/**
 * Ways of finding credentials on a developer's machine. A Lambda's own come with its environment, and the client loads
 * each of these only when the ways before it have found none. They would be a fifth of every bundle.
 */
const otherCredentials = ['ini', 'process', 'sso', 'web-identity'].map(
  (way) => `@aws-sdk/credential-provider-${way}`,
);

/**
 * How a door becomes one file, the clients of AWS included: CommonJS starts sooner than modules do, and the packages'
 * own modules, rather than what they keep for older tools, let what is not used be left out.
 */
export function bundling(door: string, outfile: string) {
  return {
    absWorkingDir: root,
    entryPoints: [`${folderOf(door)}/index.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: otherCredentials,
    minify: true,
    logLevel: 'warning',
  } as const satisfies BuildOptions;
}

/** The bundle of a door, made here and now: esbuild is at hand, so neither Docker nor a process of npm's is needed. */
export function codeOf(door: string): AssetCode {
  return Code.fromAsset(folderOf(door), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Must be named, and is never used.
      image: DockerImage.fromRegistry('scratch'),
      local: {
        tryBundle(folder) {
          buildSync(bundling(door, `${folder}/index.js`));
          if (door === 'web') {
            writeFileSync(`${folder}/pages.css`, stylesheet());
            writeFileSync(`${folder}/places.json`, JSON.stringify(Object.fromEntries(readOutcodes())));
          }
          return true;
        },
      },
    },
  });
}

/** The stylesheet of the pages, made of the design systems' own parts. */
export function stylesheet(): string {
  return compile(`${root}shared/web/styles.scss`, {
    loadPaths: [root, `${root}node_modules`],
    style: 'compressed',
    quietDeps: true,
  }).css;
}
