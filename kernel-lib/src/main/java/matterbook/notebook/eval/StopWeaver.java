package matterbook.notebook.eval;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import matterbook.core.Stop;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the classes of cells before they are defined: {@link Stop#check} at the entry of every method and before
 * every backward branch, so that any loop and any recursion can be interrupted, and {@link CellExit} in place of
 * {@code System.exit}, {@code Runtime.exit} and {@code Runtime.halt}. A class initialiser gets checks in its loops
 * only: one that is stopped leaves its class unusable.
 */
final class StopWeaver {
    private static final ClassDesc STOP = ClassDesc.of(Stop.class.getName());
    private static final MethodTypeDesc CHECK = MethodTypeDesc.of(ConstantDescs.CD_void);

    private final ClassFile classFile;

    /**
     * @param userClass the bytes of a cell's class by its internal name, null for any other
     * @param parent finds all other classes
     */
    StopWeaver(Function<String, byte @Nullable []> userClass, ClassLoader parent) {
        ClassHierarchyResolver ofCells = ClassHierarchyResolver.ofResourceParsing(type -> {
            byte[] bytes = userClass.apply(internalName(type));
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        });
        // cells' classes change under the same name, so only the rest may be cached
        ClassHierarchyResolver others = ClassHierarchyResolver.ofResourceParsing(parent)
                .orElse(ClassHierarchyResolver.defaultResolver()).cached();
        classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ofCells.orElse(others)));
    }

    byte[] weave(byte[] bytes) {
        try {
            return classFile.transformClass(classFile.parse(bytes), StopWeaver::weaveMember);
        } catch (IllegalArgumentException tooLong) {
            // a method near the limit of 64 KB has no room for checks: it runs without
            return bytes;
        }
    }

    private static void weaveMember(ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method) {
            boolean initialiser = method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME);
            builder.transformMethod(method,
                    MethodTransform.transformingCode(CodeTransform.ofStateful(() -> new Checks(initialiser))));
        } else {
            builder.with(element);
        }
    }

    private static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    /** The transformation of one method body; a branch is backward when its target has been passed already. */
    private static final class Checks implements CodeTransform {
        private final Set<Label> passed = new HashSet<>();
        private final boolean initialiser;

        Checks(boolean initialiser) {
            this.initialiser = initialiser;
        }

        @Override
        public void atStart(CodeBuilder code) {
            if (!initialiser) {
                check(code);
            }
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof LabelTarget target) {
                passed.add(target.label());
            } else if (goesBack(element)) {
                check(code);
            }
            switch (element) {
                case InvokeInstruction call -> ExitRefusal.emit(code, call);
                case InvokeDynamicInstruction reference -> ExitRefusal.emit(code, reference);
                default -> code.with(element);
            }
        }

        private boolean goesBack(CodeElement element) {
            return switch (element) {
                case BranchInstruction branch -> passed.contains(branch.target());
                case TableSwitchInstruction table -> goesBack(table.cases(), table.defaultTarget());
                case LookupSwitchInstruction lookup -> goesBack(lookup.cases(), lookup.defaultTarget());
                default -> false;
            };
        }

        private boolean goesBack(List<SwitchCase> cases, Label otherwise) {
            return passed.contains(otherwise) || cases.stream().anyMatch(one -> passed.contains(one.target()));
        }

        private static void check(CodeBuilder code) {
            code.invokestatic(STOP, "check", CHECK);
        }
    }
}
