/** Forms: their versions, and what is wrong with what was filled in. */
export { formFaults, formInvalid, type FormFault } from './faults.js';
export { conditionsOf, fieldProblems } from './item-fields.js';
export { FormFieldDto } from './form-field.dto.js';
export { FORMS } from './form-kind.js';
export { addressFaults } from './addresses.js';
export { FormsModule } from './forms.module.js';
export {
  currentForm,
  currentVersions,
  formVersion,
  keepFormsOfProcess,
  type Form,
  type FormContent,
  type UiSchema,
} from './store.js';
