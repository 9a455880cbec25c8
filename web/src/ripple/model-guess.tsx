/** In the place of a grade of evidence, where there is none: nobody has tested what the model works out. */
import pageStyles from '../pages/page.module.css'

export function ModelGuess() {
  return (
    <span className={pageStyles.grade} title="Worked out on a model of the body. No study has tested it on people.">
      Model’s guess, untested
    </span>
  )
}
