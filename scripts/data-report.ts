/** `npm run data:report [-- --json] [-- --source <id>]`: what the dataset covers and what it lacks. */
import { counted } from '../src/dataset/fault.ts';
import { lintDataset } from '../src/dataset/load.ts';
import { formatReport, reportOf } from '../src/dataset/report.ts';
import { dataDirectory, optionsOf } from './data-tools.ts';

const { options } = optionsOf(process.argv.slice(2), ['source'], ['json']);
const { faults, raw } = lintDataset(dataDirectory());
const report = reportOf(raw);
process.stdout.write(`${options.json ? JSON.stringify(report, null, '\t') : formatReport(report, options.source)}\n`);
if (faults.length > 0)
	process.stderr.write(`\n${counted(faults.length, 'fault')}: entries that cannot be read are left out. See npm run data:lint.\n`);
