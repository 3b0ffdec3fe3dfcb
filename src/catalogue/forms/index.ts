/** Forms: their schemas, and what is wrong with what was filled in. */
export { FormFieldDto } from './form-field.dto.js';
export {
  checkForm,
  formFaults,
  formSchema,
  readForm,
  type FormFault,
  type UiSchema,
} from './forms.js';
