import { cluster as english, type Cluster } from '../en/cluster.ts';

export const cluster: Cluster = english;
