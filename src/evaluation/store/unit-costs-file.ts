import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { readReferenceFile } from '../../reference/store/reference-file.ts';
import { parseTurningPoint, type TurningPoint } from '../domain/costs/turning-point.ts';
import { parseUnitCosts, type UnitCosts } from '../domain/costs/unit-costs.ts';

/** A table of unit costs: that of this package, or a user's own. Throws where it is broken. */
export async function loadUnitCosts(file?: string): Promise<UnitCosts> {
  if (file === undefined) return parseUnitCosts(await readReferenceFile('unit-costs.yaml'));
  return parseUnitCosts(parse(await readFile(file, 'utf8')));
}

/** What is known of Operation Turning Point's costs. */
export async function loadTurningPoint(): Promise<TurningPoint> {
  return parseTurningPoint(await readReferenceFile('turning-point.yaml'));
}
