/**
 * MuJoCo's bindings make their calls out of text (`new Function`), which the app's content security policy forbids. This
 * puts plain closures that do the same in their place, so that the policy needs no exception.
 *
 * It names the very statements of the pinned version and stops the build where it does not find each of them once.
 */
import type { Plugin } from 'vite'

/** Calls into the WebAssembly with arguments and result translated by their types. */
const invoker = /* js */ `
      var invokerFn = function (...given) {
        checkArgCount(given.length, minArgs, expectedArgCount, humanName, throwBindingError);
        var destructors = needsDestructorStack ? [] : null;
        var wired = new Array(expectedArgCount + (isClassMethodFunc ? 2 : 1));
        wired[0] = cppTargetFunc;
        var firstArg = isClassMethodFunc ? 2 : 1;
        if (isClassMethodFunc) wired[1] = argTypes[1].toWireType(destructors, this);
        for (var k = 0; k < expectedArgCount; ++k) {
          wired[firstArg + k] = argTypes[k + 2].toWireType(destructors, given[k]);
        }
        var rv = cppInvokerFunc(...wired);
        if (needsDestructorStack) runDestructors(destructors);
        else {
          for (var k = isClassMethodFunc ? 1 : 2; k < argTypes.length; ++k) {
            if (argTypes[k].destructorFunction !== null) argTypes[k].destructorFunction(wired[k === 1 ? 1 : firstArg + k - 2]);
          }
        }
        if (returns) return argTypes[0].fromWireType(rv);
      };`

/** Calls from the WebAssembly into JavaScript. */
const methodCaller = /* js */ `
      var invokerFunction = function (obj, func, destructorsRef, args) {
        var values = [];
        var at = args;
        for (var k = 0; k < argCount; ++k) {
          values.push(types[k].readValueFromPointer(at));
          at += types[k].argPackAdvance;
        }
        var rv = kind === 1 ? new func(...values) : kind === 0 ? func.call(obj, ...values) : func.call(...values);
        if (!retType.isVoid) return emval_returnValue(retType, destructorsRef, rv);
      };`

const replacements: readonly (readonly [text: string, instead: string])[] = [
  // Node's part of the loader, which no browser reaches
  ["const { createRequire } = await import('module');", 'const createRequire = () => null;'],
  ['let [args, invokerFnBody] = createJsInvoker(argTypes, isClassMethodFunc, returns, isAsync);', ''],
  ['var invokerFn = new Function(...args, invokerFnBody)(...closureArgs);', invoker],
  ['var invokerFunction = new Function(...params, functionBody)(...args);', methodCaller],
]

export function evalFreeMujoco(): Plugin {
  return {
    name: 'eval-free-mujoco',
    enforce: 'pre',
    transform(code, id) {
      if (!/@mujoco[\\/]mujoco[\\/]mujoco\.js$/.test(id.split('?')[0]!)) return null
      let free = code
      for (const [text, instead] of replacements) {
        if (free.split(text).length !== 2)
          this.error('this version of @mujoco/mujoco builds its bindings otherwise: look at web/eval-free.config.ts')
        free = free.replace(text, () => instead)
      }
      if (/new Function\(|\beval\(/.test(free)) this.error('@mujoco/mujoco still makes code out of text')
      return { code: free, map: null }
    },
  }
}
