/** Formats of this country's forms, taught to the validator. */
import { format } from '@cfworker/json-schema';
import { FORMATS } from '../../../../bpmn/forms/index.js';

Object.assign(format, FORMATS);
