package matterbook.notebook.eval;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;

/** Puts {@link CellExit} where a cell calls, or refers to, a method that would end this JVM. */
final class ExitRefusal {
    private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final ClassDesc REFUSAL = ClassDesc.of(CellExit.class.getName());
    private static final MethodTypeDesc OF_SYSTEM = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc OF_RUNTIME = OF_SYSTEM.insertParameterTypes(0, RUNTIME);

    private ExitRefusal() {}

    static void emit(CodeBuilder code, InvokeInstruction call) {
        ClassDesc owner = call.owner().asSymbol();
        String name = call.name().stringValue();
        if (ends(owner, name)) {
            code.invokestatic(REFUSAL, name, type(owner));
        } else {
            code.with(call);
        }
    }

    /** A method reference holds the method among the arguments of its call site. */
    static void emit(CodeBuilder code, InvokeDynamicInstruction reference) {
        boolean found = false;
        ConstantDesc[] arguments = reference.bootstrapArgs().toArray(ConstantDesc[]::new);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof DirectMethodHandleDesc handle && ends(handle.owner(), handle.methodName())) {
                arguments[i] = MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, REFUSAL,
                        handle.methodName(), type(handle.owner()));
                found = true;
            }
        }
        if (found) {
            code.invokedynamic(DynamicCallSiteDesc.of(reference.bootstrapMethod(), reference.name().stringValue(),
                    reference.typeSymbol(), arguments));
        } else {
            code.with(reference);
        }
    }

    private static boolean ends(ClassDesc owner, String name) {
        return (owner.equals(SYSTEM) && name.equals("exit"))
                || (owner.equals(RUNTIME) && (name.equals("exit") || name.equals("halt")));
    }

    private static MethodTypeDesc type(ClassDesc owner) {
        return owner.equals(SYSTEM) ? OF_SYSTEM : OF_RUNTIME;
    }
}
