/** Node's `require`, seen from this folder: see `environment.cjs`. */
declare var outsideJest: NodeJS.Require;
